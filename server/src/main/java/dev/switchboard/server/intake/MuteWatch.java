package dev.switchboard.server.intake;

import dev.switchboard.server.live.ReadsAlong;
import dev.switchboard.store.intake.IntakeMemory;
import dev.switchboard.store.log.LoggedEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells intake's memory whom other processes on this database have muted or hear again, as soon as
 * the log shows it. What this process does itself, it is told at once.
 */
public final class MuteWatch implements ReadsAlong {
  private static final Set<String> TYPES =
      Set.of("author.muted", "author.unmuted", "author.markedSpam");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final IntakeMemory memory;

  public MuteWatch(IntakeMemory memory) {
    this.memory = memory;
  }

  @Override
  public void read(List<LoggedEvent> events) {
    Set<Long> authors =
        events.stream()
            .filter(event -> TYPES.contains(event.type()))
            .map(event -> JSON.readTree(event.dataJson()).path("author").asLong())
            .collect(Collectors.toSet());
    if (!authors.isEmpty()) {
      memory.wereMuted(authors);
    }
  }

  @Override
  public void missed() {
    memory.forgetAuthors();
  }
}
