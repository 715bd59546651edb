package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.process.StepEvent;
import dev.switchboard.store.log.EventJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/events.md describes every type of event there is, with all its data, and no other. */
class EventsGuideTest {
  private static final Path GUIDE = Path.of("../docs/events.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+\\.[a-zA-Z]+)` \\|.*\\|(.*)\\|");

  @Test
  void everyTypeIsDescribed() throws Exception {
    Set<String> types = new TreeSet<>();
    for (Event event : oneOfEach()) {
      types.add(event.type());
    }
    for (StepEvent event : oneOfEachStep()) {
      types.add(event.type());
    }
    assertThat(new TreeSet<>(rows().stream().map(Row::type).toList())).isEqualTo(types);
  }

  @Test
  void allDataOfATypeAreDescribed() throws Exception {
    List<Row> rows = rows();
    for (Event event : oneOfEach()) {
      Row row = rows.stream().filter(r -> r.type().equals(event.type())).findFirst().orElseThrow();
      for (String name : ApiClient.JSON.readTree(EventJson.of(event)).propertyNames()) {
        assertThat(row.data()).as(event.type()).contains("`" + name + "`");
      }
    }
  }

  @Test
  void allDataOfAStepAreDescribed() throws Exception {
    List<Row> rows = rows();
    for (StepEvent event : oneOfEachStep()) {
      Row row = rows.stream().filter(r -> r.type().equals(event.type())).findFirst().orElseThrow();
      for (RecordComponent component : event.getClass().getRecordComponents()) {
        assertThat(row.data()).as(event.type()).contains("`" + component.getName() + "`");
      }
    }
  }

  private record Row(String type, String data) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(GUIDE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(row.group(1), row.group(2)));
      }
    }
    return rows;
  }

  private static List<Event> oneOfEach() throws ReflectiveOperationException {
    return oneOfEach(Event.class, Event.class);
  }

  private static List<StepEvent> oneOfEachStep() throws ReflectiveOperationException {
    return oneOfEach(StepEvent.class, StepEvent.class);
  }

  private static <E> List<E> oneOfEach(Class<?> all, Class<E> of)
      throws ReflectiveOperationException {
    List<E> events = new ArrayList<>();
    for (Class<?> type : all.getPermittedSubclasses()) {
      if (type.isSealed()) {
        events.addAll(oneOfEach(type, of));
        continue;
      }
      RecordComponent[] components = type.getRecordComponents();
      var constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
      events.add(
          of.cast(
              constructor.newInstance(
                  Stream.of(components).map(c -> some(c.getType())).toArray())));
    }
    return events;
  }

  /** Some value of a type. */
  private static Object some(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type == List.class) {
      return List.of();
    } else if (type == long.class || type == Long.class) {
      return 1L;
    } else if (type == Float.class) {
      return .5f;
    } else if (type == double.class) {
      return .5;
    } else if (type == Integer.class || type == int.class) {
      return 1;
    } else if (type == boolean.class || type == Boolean.class) {
      return true;
    } else if (type == Instant.class) {
      return Instant.EPOCH;
    } else if (type == String.class) {
      return "some";
    }
    throw new IllegalArgumentException("no value of " + type + " is known here");
  }
}
