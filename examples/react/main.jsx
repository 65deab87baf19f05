import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "pressmark/element/define";

function Article({ text, published }) {
  const article = useRef(null);
  const [quotes, setQuotes] = useState(0);
  useEffect(() => {
    const count = ({ detail }) => setQuotes(detail.annotation.quotes.length);
    const element = article.current;
    element.addEventListener("annotated", count);
    return () => element.removeEventListener("annotated", count);
  }, []);
  return (
    <main>
      <press-mark id="article" ref={article} value={text} published={published} editable />
      <press-mark-speakers for="article" />
      <p>{quotes} quotations</p>
    </main>
  );
}

createRoot(document.getElementById("app")).render(<Article text="“We will appeal,” said Ada Quill." published="2024-05-14" />);
