package dev.switchboard.channels.ndjson;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.lines.Utf8;
import dev.switchboard.engine.post.PostDraft;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Reads one JSON object as a post. No tree is built; a field that has no place of its own is copied
 * as bytes.
 */
final class PostReader {
  private static final int MAX_NAME_BYTES = 1_000;

  /** The names of fields are remembered between posts, so they must not be long. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNameLength(MAX_NAME_BYTES).build())
          .build();

  private static final PropertyNameMatcher NAMES = PostField.matcher(JSON);
  private static final int MAX_SHOWN_CHARS = 200;

  private final byte[] bytes;
  private final int from;
  private final JsonParser parser;
  private final @Nullable String[] values = new @Nullable String[PostField.values().length];
  private int seen;
  private @Nullable Integer followers;
  private @Nullable ExtraFields extra;

  private PostReader(byte[] bytes, int from, JsonParser parser) {
    this.bytes = bytes;
    this.from = from;
    this.parser = parser;
  }

  /** Reads the object in {@code [from, to)}; {@code line} is what a message calls the place. */
  static ParsedLine read(byte[] bytes, int from, int to, long line) {
    int start = Utf8.afterByteOrderMark(bytes, from, to);
    int wrong = Utf8.firstWrong(bytes, start, to);
    if (wrong >= 0) {
      return new ParsedLine.Bad(
          line, "not UTF-8 at byte " + (wrong - from + 1) + ": send the text as UTF-8");
    }
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), bytes, start, to - start)) {
      PostReader reader = new PostReader(bytes, start, parser);
      String problem = reader.readObject();
      return problem == null
          ? new ParsedLine.Good(line, reader.draft())
          : new ParsedLine.Bad(line, problem);
    } catch (JacksonException e) {
      return new ParsedLine.Bad(line, notJson(e));
    }
  }

  private @Nullable String readObject() {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      return "a post must be a JSON object, not " + described(first);
    }
    String problem = null;
    int match = parser.nextNameMatch(NAMES);
    while (match != PropertyNameMatcher.MATCH_END_OBJECT && problem == null) {
      problem = match >= 0 ? readField(PostField.at(match)) : keepField();
      match = problem == null ? parser.nextNameMatch(NAMES) : match;
    }
    if (problem == null && parser.nextToken() != null) {
      return "something follows the object" + here() + ": send one object a line";
    }
    return problem;
  }

  private @Nullable String readField(PostField field) {
    int bit = 1 << field.ordinal();
    if ((seen & bit) != 0) {
      return twice(field.json);
    }
    seen |= bit;
    JsonToken token = parser.nextToken();
    boolean fits =
        switch (field.form) {
          case TEXT -> token == JsonToken.VALUE_STRING;
          case TEXT_OR_DIGITS ->
              token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
          case COUNT -> token == JsonToken.VALUE_NUMBER_INT && isInt();
        };
    if (fits && field.form == PostField.Form.COUNT) {
      followers = parser.getIntValue();
    } else if (fits) {
      values[field.ordinal()] = parser.getString();
    } else if (token != JsonToken.VALUE_NULL) {
      return field.json + " must be " + field.form.words + ", not " + described(token) + here();
    }
    return null;
  }

  private @Nullable String keepField() {
    if (extra == null) {
      extra = new ExtraFields();
    }
    String name = parser.currentName();
    if (!extra.isNew(name)) {
      return twice(name);
    }
    int start = from + (int) parser.currentTokenLocation().getByteOffset();
    parser.nextToken();
    parser.skipChildren();
    parser.finishToken();
    extra.add(bytes, start, from + (int) parser.currentLocation().getByteOffset());
    return null;
  }

  private PostDraft draft() {
    return new PostDraft(
        value(PostField.ID),
        value(PostField.CHANNEL),
        value(PostField.BRAND),
        value(PostField.AUTHOR),
        value(PostField.TEXT),
        value(PostField.CREATED_AT),
        value(PostField.DIRECTION),
        value(PostField.KIND),
        value(PostField.IN_REPLY_TO),
        value(PostField.LANGUAGE),
        value(PostField.URL),
        followers,
        value(PostField.EDITED_AT),
        value(PostField.DELETED_AT),
        ExtraFields.toJson(extra));
  }

  private @Nullable String value(PostField field) {
    return values[field.ordinal()];
  }

  private boolean isInt() {
    return parser.getNumberType() == JsonParser.NumberType.INT;
  }

  private String twice(String name) {
    return "field \"" + shown(name) + "\" is given twice" + here() + ": send it once";
  }

  /** Where the current token starts, counted from 1. */
  private String here() {
    return " at byte " + (parser.currentTokenLocation().getByteOffset() + 1);
  }

  private static String notJson(JacksonException e) {
    long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    String where = offset < 0 ? "" : " at byte " + (offset + 1);
    return "not JSON" + where + ": " + shown(e.getOriginalMessage());
  }

  private static String shown(String text) {
    String cut = text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS) + "…";
    return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
  }

  private static String described(@Nullable JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      case START_ARRAY -> "an array";
      case START_OBJECT -> "an object";
      case null -> "nothing";
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          "something else";
    };
  }
}
