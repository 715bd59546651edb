package dev.switchboard.server.console.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A piece of a text: plain, or a link if {@code href} is there. */
public record Span(String text, @Nullable String href) {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]");

  /** Cuts a text where it has web addresses; the pieces put together are the text. */
  public static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    int end = 0;
    while (link.find()) {
      URI uri = MediaLink.followable(link.group());
      if (uri != null) {
        plain(spans, text.substring(end, link.start()));
        spans.add(new Span(link.group(), uri.toString()));
        end = link.end();
      }
    }
    plain(spans, text.substring(end));
    return spans;
  }

  private static void plain(List<Span> spans, String text) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, null));
    }
  }
}
