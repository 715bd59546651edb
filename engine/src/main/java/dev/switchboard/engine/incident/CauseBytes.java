package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseRanking;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.cause.Usual;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes, causes and what people say of them, in snapshots. */
final class CauseBytes {
  private CauseBytes() {}

  static void write(Change change, DataOutput out) throws IOException {
    Bytes.write(change.id(), out);
    Bytes.write(change.type().word(), out);
    Bytes.write(change.service(), out);
    Bytes.writeNullable(change.environment(), out);
    Bytes.writeNullable(change.region(), out);
    Bytes.writeNullable(change.version(), out);
    Bytes.write(change.startedAt(), out);
    Bytes.writeNullable(change.finishedAt(), out);
    Bytes.write(change.summary(), out);
  }

  static Change readChange(DataInput in) throws IOException {
    return new Change(
        Bytes.read(in),
        ChangeType.find(Bytes.read(in)).orElse(ChangeType.OTHER),
        Bytes.read(in),
        Bytes.readNullable(in),
        Bytes.readNullable(in),
        Bytes.readNullable(in),
        Bytes.readInstant(in),
        Bytes.readNullableInstant(in),
        Bytes.read(in));
  }

  static void write(CauseRanking ranking, DataOutput out) throws IOException {
    Bytes.writeAll(ranking.causes(), CauseBytes::write, out);
    out.writeDouble(ranking.noneOfThese());
    Bytes.write(ranking.onset().earliest(), out);
    Bytes.write(ranking.onset().at(), out);
    Bytes.write(ranking.onset().latest(), out);
  }

  static CauseRanking readRanking(DataInput in) throws IOException {
    List<LikelyCause> causes = Bytes.readAll(CauseBytes::readCause, in);
    double none = in.readDouble();
    return new CauseRanking(
        causes,
        none,
        new CauseRanking.Onset(
            Bytes.readInstant(in), Bytes.readInstant(in), Bytes.readInstant(in)));
  }

  private static void write(LikelyCause cause, DataOutput out) throws IOException {
    write(cause.change(), out);
    out.writeDouble(cause.probability());
    out.writeBoolean(cause.vetoed());
    Bytes.writeAll(cause.reasons(), Bytes::write, out);
  }

  private static LikelyCause readCause(DataInput in) throws IOException {
    return new LikelyCause(
        readChange(in), in.readDouble(), in.readBoolean(), Bytes.readAll(Bytes::read, in));
  }

  static void write(CauseJudgement judgement, DataOutput out) throws IOException {
    Bytes.write(judgement.change(), out);
    Bytes.write(judgement.answer().name(), out);
    Bytes.write(judgement.by(), out);
    Bytes.write(judgement.at(), out);
    Bytes.writeNullable(judgement.note(), out);
  }

  static CauseJudgement readJudgement(DataInput in) throws IOException {
    return new CauseJudgement(
        Bytes.read(in),
        CauseJudgement.Answer.valueOf(Bytes.read(in)),
        Bytes.read(in),
        Bytes.readInstant(in),
        Bytes.readNullable(in));
  }

  static void write(Usual usual, DataOutput out) throws IOException {
    out.writeDouble(usual.reportsPerMinute());
    out.writeInt(usual.reports());
    for (Map<String, Integer> counts : List.of(usual.words(), usual.regions(), usual.versions())) {
      Bytes.writeAll(
          new TreeMap<>(counts).entrySet(),
          (count, to) -> {
            Bytes.write(count.getKey(), to);
            to.writeInt(count.getValue());
          },
          out);
    }
  }

  static Usual readUsual(DataInput in) throws IOException {
    return new Usual(in.readDouble(), in.readInt(), readCounts(in), readCounts(in), readCounts(in));
  }

  private static Map<String, Integer> readCounts(DataInput in) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      counts.put(Bytes.read(in), in.readInt());
    }
    return counts;
  }
}
