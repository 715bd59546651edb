package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.Report;
import dev.switchboard.engine.incident.cause.Sighting;
import dev.switchboard.engine.incident.cause.Words;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report as it is remembered; its words are looked for when they are first needed. */
final class KeptReport {
  private static final int MAX_TEXT_CHARS = 400;

  final long post;
  final long group;
  final Instant at;
  final String text;
  final Sighting sighting;
  private @Nullable Set<String> words;

  private KeptReport(long post, long group, String text, Sighting sighting) {
    this.post = post;
    this.group = group;
    this.at = sighting.at();
    this.text = text;
    this.sighting = sighting;
  }

  static KeptReport of(ReportedPost post, long group) {
    String text = post.text();
    return new KeptReport(
        post.id(),
        group,
        text.length() <= MAX_TEXT_CHARS ? text : text.substring(0, MAX_TEXT_CHARS),
        new Sighting(
            post.author(),
            post.at(),
            post.followers(),
            post.region(),
            post.version(),
            post.product()));
  }

  /** The same when nobody will ask for its words any more. */
  KeptReport withoutText() {
    return new KeptReport(post, group, "", sighting);
  }

  String author() {
    return sighting.author();
  }

  Set<String> words() {
    if (words == null) {
      words = Words.of(text);
    }
    return words;
  }

  Report asEvidence() {
    return new Report(at, words(), sighting.region(), sighting.version(), sighting.product());
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(post);
    out.writeLong(group);
    Bytes.write(text, out);
    Bytes.write(sighting.author(), out);
    Bytes.write(at, out);
    out.writeInt(sighting.followers() == null ? -1 : sighting.followers());
    Bytes.writeNullable(sighting.region(), out);
    Bytes.writeNullable(sighting.version(), out);
    Bytes.writeNullable(sighting.product(), out);
  }

  static KeptReport read(DataInput in) throws IOException {
    long post = in.readLong();
    long group = in.readLong();
    String text = Bytes.read(in);
    String author = Bytes.read(in);
    Instant at = Bytes.readInstant(in);
    int followers = in.readInt();
    return new KeptReport(
        post,
        group,
        text,
        new Sighting(
            author,
            at,
            followers < 0 ? null : followers,
            Bytes.readNullable(in),
            Bytes.readNullable(in),
            Bytes.readNullable(in)));
  }
}
