package dev.switchboard.channels.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Takes some fields out of one JSON object; numbers, true and false count as their own text. */
final class ObjectReader {
  /** The names of fields are remembered between objects, so they must not be long. */
  private static final int MAX_NAME_CHARS = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNameLength(MAX_NAME_CHARS).build())
          .build();

  private final List<String> columns;
  private final @Nullable String[] values;
  private final boolean[] found;
  private final Set<String> names;
  private final int maxNames;

  /**
   * Reads into what is given.
   *
   * @param found is set where a column is in the object
   * @param names takes the first {@code maxNames} names that are seen
   */
  ObjectReader(
      List<String> columns,
      @Nullable String[] values,
      boolean[] found,
      Set<String> names,
      int maxNames) {
    this.columns = columns;
    this.values = values;
    this.found = found;
    this.names = names;
    this.maxNames = maxNames;
  }

  /** What is wrong with the object, or null. */
  @Nullable String read(byte[] bytes, int from, int to) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "a row must be a JSON object";
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String problem = field(json, json.currentName());
        if (problem != null) {
          return problem;
        }
      }
      return json.nextToken() == null ? null : "something follows the object";
    } catch (JacksonException e) {
      return "not JSON at byte " + (e.getLocation().getByteOffset() + 1);
    }
  }

  private @Nullable String field(JsonParser json, String name) {
    JsonToken token = json.nextToken();
    int column = columns.indexOf(name);
    if (names.size() < maxNames) {
      names.add(name);
    }
    if (column < 0) {
      json.skipChildren();
      return null;
    }
    found[column] = true;
    if (values[column] != null) {
      return "field \"%s\" is given twice".formatted(name);
    }
    if (token.isStructStart()) {
      return "field \"%s\" must be text, not an array or an object".formatted(name);
    }
    values[column] = token == JsonToken.VALUE_NULL ? null : json.getString();
    return null;
  }
}
