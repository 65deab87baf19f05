import { createApp } from "vue";
import "pressmark/element/define";
import App from "./App.vue";

createApp(App, { text: "“We will appeal,” said Ada Quill.", published: "2024-05-14" }).mount("#app");
