// Buttons that print the page. Without script they stay hidden: the browser prints by itself.
export function startPrinting() {
  for (const button of document.querySelectorAll("[data-prints]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-prints]")) window.print();
  });
}
