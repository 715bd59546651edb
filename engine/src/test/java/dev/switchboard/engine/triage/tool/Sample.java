package dev.switchboard.engine.triage.tool;

import java.util.regex.Pattern;

/**
 * A text to learn from or to be tested on.
 *
 * @param text without mentions, URLs and the mark of a repost
 * @param label 1 if its author needs help, 0 if not
 * @param domain where it comes from: an event, an intent
 */
record Sample(String text, int label, String domain) {
  private static final Pattern ADDRESSES =
      Pattern.compile("@\\w+|https?://\\S*|\\bwww\\.\\S+|^\\s*RT\\b:?");

  static Sample of(String text, int label, String domain) {
    return new Sample(ADDRESSES.matcher(text).replaceAll(" ").strip(), label, domain);
  }
}
