package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Skill;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parts of a router's snapshot. */
final class RoutingBytes {
  private static final int NO_CAPACITY = -1;

  private RoutingBytes() {}

  static void write(Instant at, DataOutput out) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  static void write(Worker worker, DataOutput out) throws IOException {
    out.writeUTF(worker.presence().name());
    Integer capacity = worker.capacity();
    out.writeInt(capacity == null ? NO_CAPACITY : capacity);
    write(worker.brands(), out);
    write(worker.languages(), out);
    write(worker.skills(), out);
    out.writeBoolean(worker.volunteer());
    write(worker.certified(), out);
    out.writeUTF(worker.role().name());
    write(worker.teams(), out);
  }

  static Worker readWorker(String name, DataInput in) throws IOException {
    Presence presence = Presence.valueOf(in.readUTF());
    int capacity = in.readInt();
    return new Worker(
        name,
        presence,
        capacity == NO_CAPACITY ? null : capacity,
        Set.copyOf(readWords(in)),
        Set.copyOf(readWords(in)),
        readSkills(in),
        in.readBoolean(),
        Set.copyOf(readWords(in)),
        Role.valueOf(in.readUTF()),
        Set.copyOf(readWords(in)));
  }

  static void write(WaitingCase waiting, WhoTable whos, DataOutput out) throws IOException {
    Needs needs = waiting.needs();
    out.writeUTF(needs.brand());
    out.writeUTF(needs.kind().network());
    out.writeBoolean(needs.kind().direct());
    writeNullable(needs.topic(), out);
    writeNullable(needs.language(), out);
    write(needs.skills(), out);
    out.writeInt(whos.number(needs.who()));
    write(waiting.since(), out);
    write(waiting.target(), out);
    out.writeLong(waiting.handling().getSeconds());
    out.writeInt(waiting.handling().getNano());
    WaitingCase.Previous previous = waiting.previous();
    writeNullable(previous == null ? null : previous.agent(), out);
    if (previous != null) {
      write(previous.at(), out);
    }
  }

  static WaitingCase readWaiting(long id, WhoTable whos, DataInput in) throws IOException {
    String brand = in.readUTF();
    CaseWeights.Kind kind = new CaseWeights.Kind(in.readUTF(), in.readBoolean());
    Needs needs =
        new Needs(
            brand,
            kind,
            readNullable(in),
            readNullable(in),
            readSkills(in),
            whos.get(in.readInt()));
    Instant since = readInstant(in);
    Instant target = readInstant(in);
    Duration handling = Duration.ofSeconds(in.readLong(), in.readInt());
    String agent = readNullable(in);
    return new WaitingCase(
        id,
        needs,
        since,
        target,
        handling,
        agent == null ? null : new WaitingCase.Previous(agent, readInstant(in)));
  }

  private static void write(Set<String> words, DataOutput out) throws IOException {
    writeWords(new TreeSet<>(words), out);
  }

  static void writeWords(Collection<String> words, DataOutput out) throws IOException {
    out.writeInt(words.size());
    for (String word : words) {
      out.writeUTF(word);
    }
  }

  static List<String> readWords(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      words.add(in.readUTF());
    }
    return words;
  }

  private static void write(List<Skill> skills, DataOutput out) throws IOException {
    out.writeInt(skills.size());
    for (Skill skill : skills) {
      out.writeUTF(skill.name());
      out.writeInt(skill.level());
    }
  }

  private static List<Skill> readSkills(DataInput in) throws IOException {
    int size = in.readInt();
    List<Skill> skills = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      skills.add(new Skill(in.readUTF(), in.readInt()));
    }
    return skills;
  }

  private static void writeNullable(@Nullable String text, DataOutput out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readNullable(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
