/** The annotation is sent with the form, as JSON under the name of the element. */
const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { quotes } = JSON.parse(String(new FormData(form).get("article")));
  /** @type {HTMLOutputElement} */ (form.querySelector("output")).value = `${quotes.length} quotations sent`;
});
