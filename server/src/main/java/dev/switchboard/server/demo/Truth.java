package dev.switchboard.server.demo;

/**
 * What is true of a scripted post, since it was written so. It is kept beside the post and never
 * travels with it: triage must find out by itself.
 *
 * @param language ISO 639-1, in which it was written, whatever the post declares
 */
public record Truth(boolean needsHelp, Intent intent, String language) {
  static Truth of(Intent intent, String language) {
    return new Truth(intent.needsHelp(), intent, language);
  }
}
