// Counts characters as the networks do. The server counts again and is the judge.
const LINK = "x".repeat(23);
const PATH = "[\\w!*';:=+,.$/%#\\[\\]()@~|&?\\-\u2013\u00C0-\u024F\u0400-\u04FF]*";
const HOST = "(?:[\\w\u00C0-\u024F\u0400-\u04FF-]+\\.)+";
const WITH_SCHEME = new RegExp(
  `(?<![\\w@#$])https?://${HOST}[a-z\u0400-\u04FF]{2,}(?::\\d+)?(?:[/?#]${PATH})?`,
  "gi",
);
const BARE = new RegExp(
  `(?<![\\w@#$./\\-])(?:[a-z0-9][a-z0-9-]*\\.)+([a-z]{2,})(?![\\w@\\-])(?:/${PATH})?`,
  "gi",
);
const ENDINGS = new Set(
  ("com net org edu gov mil int info biz name pro app dev shop store online site tech blog cloud " +
    "travel news help support email link live life world today group agency bank aero jobs mobi " +
    "museum coop tel xyz club page chat").split(" "),
);
const REMOTE_MENTION = /(?<![\w/])@(\w+(?:[.-]+\w+)*)@[\w.-]*\w/g;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const graphemes = (text) => [...segmenter.segment(text)].map((s) => s.segment);

/** A link does not take the punctuation behind it along. */
function link(found) {
  let end = found.length;
  const closes = (text) => text.split(")").length > text.split("(").length;
  while (end > 0) {
    const last = found[end - 1];
    if (last === ")" ? !closes(found.slice(0, end)) : !".,!?:;'\"]|".includes(last)) break;
    end--;
  }
  return LINK + found.slice(end);
}

const shortenWithScheme = (text) => text.replace(WITH_SCHEME, link);
const shortenBare = (text) =>
  text.replace(BARE, (found, ending) =>
    ending.length === 2 || ENDINGS.has(ending.toLowerCase()) ? link(found) : found,
  );

function isEmoji(cluster) {
  const [first, ...rest] = cluster;
  return (
    /\p{Emoji_Presentation}/u.test(first) ||
    (/\p{Emoji}/u.test(first) && rest.some((c) => /[\uFE0F\u20E3\u200D]|\p{Emoji_Modifier}/u.test(c)))
  );
}

function isLight(c) {
  const code = c.codePointAt(0);
  return (
    code <= 0x10ff ||
    (code >= 0x2000 && code <= 0x200d) ||
    (code >= 0x2010 && code <= 0x201f) ||
    (code >= 0x2032 && code <= 0x2037)
  );
}

const weight = (cluster) =>
  isEmoji(cluster) ? 2 : [...cluster].reduce((sum, c) => sum + (isLight(c) ? 1 : 2), 0);

const counts = {
  x: (text) =>
    graphemes(shortenBare(shortenWithScheme(text.normalize("NFC")))).reduce(
      (sum, cluster) => sum + weight(cluster),
      0,
    ),
  mastodon: (text) => graphemes(shortenWithScheme(text).replace(REMOTE_MENTION, "@$1")).length,
  bluesky: (text) =>
    Math.max(graphemes(text).length, Math.ceil(new TextEncoder().encode(text).length / 10)),
  plain: (text) => [...text].length,
};

/** How much of a network's limit a text takes. */
export const count = (counting, text) => counts[counting](text);
