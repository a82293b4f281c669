/** Material's search behind the interface that the bench asks: its own worker and the index that its plugin writes. */

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
let worker;

/** Send a message; give the answer of the kind that is waited for. */
function tell(type, data, answer) {
  return new Promise((resolve) => {
    worker.addEventListener("message", function hear({ data: message }) {
      if (message.type !== answer) return;
      worker.removeEventListener("message", hear);
      resolve(message.data);
    });
    worker.postMessage({ type, data });
  });
}

export async function open() {
  const index = await (await fetch("search/search_index.json")).json();
  worker = new Worker("search/worker.js");
  await tell(SETUP, { ...index, options: { suggest: false } }, READY);
}

export async function search(query, limit) {
  const { items } = await tell(QUERY, query, RESULT);
  return { count: items.length, shown: items.slice(0, limit).map(([page]) => ({ title: page.title, excerpt: page.text || "…" })) };
}
