import { expect, test } from "vitest";
import { escape, markup } from "../../src/report/markup.ts";

test("what is put into markup is escaped, in text and in attributes, and markup is not", () => {
  const hostile = `<script>alert("1")</script> & 'x'`;
  const { text } = markup`<p title="${hostile}">${hostile}${markup`<b>${"<"}</b>`}</p>`;
  const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;";
  expect(text).toBe(`<p title="${escaped}">${escaped}<b>&lt;</b></p>`);
});

test("lists and numbers are put in as they are, null as nothing", () => {
  expect(markup`<p>${[1, " < ", markup`<i>2</i>`, [null, "3"]]}</p>`.text).toBe("<p>1 &lt; <i>2</i>3</p>");
});

test("what no XML document may hold becomes the replacement character", () => {
  expect(escape("a\u0000b\u001Bc\uFFFFd\uD800e")).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  expect(escape("tab\tline\n😀")).toBe("tab\tline\n😀");
});
