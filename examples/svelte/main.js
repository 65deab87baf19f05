import { mount } from "svelte";
import "pressmark/element/define";
import App from "./App.svelte";

mount(App, { target: document.getElementById("app"), props: { text: "“We will appeal,” said Ada Quill.", published: "2024-05-14" } });
