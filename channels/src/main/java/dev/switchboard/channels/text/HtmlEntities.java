package dev.switchboard.channels.text;

/** Undoes the three entities that exports of X leave in texts. */
public final class HtmlEntities {
  private HtmlEntities() {}

  /** The text with {@code &lt;}, {@code &gt;} and {@code &amp;} replaced, each once. */
  public static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
