package dev.switchboard.channels.ndjson;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** The fields of a post that have a place of their own, as they are written in JSON. */
enum PostField {
  ID("id", Form.TEXT_OR_DIGITS),
  CHANNEL("channel", Form.TEXT),
  BRAND("brand", Form.TEXT),
  AUTHOR("author", Form.TEXT_OR_DIGITS),
  TEXT("text", Form.TEXT),
  CREATED_AT("createdAt", Form.TEXT),
  DIRECTION("direction", Form.TEXT),
  KIND("kind", Form.TEXT),
  IN_REPLY_TO("inReplyTo", Form.TEXT_OR_DIGITS),
  LANGUAGE("language", Form.TEXT),
  URL("url", Form.TEXT),
  AUTHOR_FOLLOWERS("authorFollowers", Form.COUNT),
  EDITED_AT("editedAt", Form.TEXT),
  DELETED_AT("deletedAt", Form.TEXT);

  /** What a field may hold; null always counts as absent. */
  enum Form {
    TEXT("a string"),
    TEXT_OR_DIGITS("a string (or a whole number)"),
    COUNT("a whole number up to 2147483647");

    final String words;

    Form(String words) {
      this.words = words;
    }
  }

  private static final PostField[] ALL = values();

  final String json;
  final Form form;

  PostField(String json, Form form) {
    this.json = json;
    this.form = form;
  }

  /** The field that a matcher of {@link #matcher} found. */
  static PostField at(int match) {
    return Objects.requireNonNull(ALL[match]);
  }

  /** Finds a field by its name without decoding the name. */
  static PropertyNameMatcher matcher(JsonFactory factory) {
    List<Named> names = Arrays.stream(ALL).map(field -> Named.fromString(field.json)).toList();
    return factory.constructNameMatcher(names, false);
  }
}
