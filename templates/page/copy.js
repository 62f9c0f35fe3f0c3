// Copies the address that a button carries. Its text comes with the page, so that it can be hashed.
document.documentElement.classList.add("scripted");

function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard without https: the old way still works there.
    return copyBySelection(text);
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (!button) return;
  const done = await copy(button.value);
  button.focus();
  const status = document.querySelector(".status");
  status.textContent = done ? status.dataset.copied : `${status.dataset.refused} ${button.value}`;
  document.querySelectorAll("button.done").forEach((other) => other.classList.remove("done"));
  button.classList.toggle("done", done);
  clearTimeout(copy.timer);
  copy.timer = setTimeout(() => {
    button.classList.remove("done");
    if (done) status.textContent = "";
  }, 2500);
});
