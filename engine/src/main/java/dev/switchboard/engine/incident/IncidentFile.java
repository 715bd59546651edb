package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseRanking;
import dev.switchboard.engine.incident.cause.Usual;
import dev.switchboard.engine.incident.detection.Finding;
import dev.switchboard.engine.incident.detection.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of one incident while it goes on or may come back. */
final class IncidentFile {
  final long number;
  final Instant openedAt;
  IncidentState state = IncidentState.OPEN;
  CauseRanking.Onset onset;
  int times;
  boolean quiet;
  double probability;
  List<String> terms = List.of();
  @Nullable String acknowledgedBy;
  @Nullable Instant closedAt;
  @Nullable Long mergedInto;
  Finding.@Nullable During during;
  Tally tally = Tally.NONE;
  Course course;
  IncidentReports reports = new IncidentReports();

  /** How the brand's reports were before it, and those of its streams. */
  Usual usual = Usual.rateOnly(0);

  List<KeptReport> before = List.of();
  @Nullable CauseRanking ranking;
  @Nullable Instant rankedAt;
  boolean rankingDue;
  final List<CauseJudgement> judgements = new ArrayList<>();

  IncidentFile(long number, Instant openedAt, Finding finding) {
    this(number, openedAt, onsetOf(finding));
    found(finding);
  }

  private IncidentFile(long number, Instant openedAt, CauseRanking.Onset onset) {
    this.number = number;
    this.openedAt = openedAt;
    this.onset = onset;
    this.course = new Course(onset.earliest().minus(CauseEvidence.BEFORE));
  }

  /** It was opened, or opened again, for these reasons: all that was believed of causes is old. */
  void found(Finding finding) {
    onset = onsetOf(finding);
    during = finding.during();
    probability = probability(finding);
    state = acknowledgedBy == null ? IncidentState.OPEN : IncidentState.ACKNOWLEDGED;
    closedAt = null;
    quiet = false;
    ranking = null;
    rankingDue = true;
  }

  /** Its first reports are others now; the course and what people said stay. */
  void startOver() {
    IncidentReports fresh = new IncidentReports();
    fresh.left.addAll(reports.left);
    reports = fresh;
  }

  /** Goes on after it was over. */
  void goOn() {
    times++;
    state = acknowledgedBy == null ? IncidentState.OPEN : IncidentState.ACKNOWLEDGED;
    closedAt = null;
    quiet = false;
  }

  void end(IncidentState how, Instant at) {
    state = how;
    closedAt = at;
  }

  boolean isLive() {
    return !isMerged() && state.isLive();
  }

  boolean isMerged() {
    return mergedInto != null;
  }

  /** The ranking after people had their say; null before the first. */
  @Nullable CauseRanking judgedRanking() {
    return ranking == null ? null : ranking.judged(judgements);
  }

  private static CauseRanking.Onset onsetOf(Finding finding) {
    return new CauseRanking.Onset(finding.onsetFrom(), finding.onset(), finding.onsetTo());
  }

  /** The e-value as a Bayes factor whose prior makes what is just enough 1 − falseShare. */
  private static double probability(Finding finding) {
    double share = finding.falseShare();
    return 1 / (1 + share / (1 - share) * Math.exp(-finding.logEvidence()));
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(number);
    Bytes.write(openedAt, out);
    Bytes.write(onset.earliest(), out);
    Bytes.write(onset.at(), out);
    Bytes.write(onset.latest(), out);
    out.writeByte(state.ordinal());
    out.writeInt(times);
    out.writeBoolean(quiet);
    out.writeDouble(probability);
    Bytes.writeAll(terms, Bytes::write, out);
    Bytes.writeNullable(acknowledgedBy, out);
    Bytes.writeNullable(closedAt, out);
    out.writeLong(mergedInto == null ? 0 : mergedInto);
    out.writeLong(during == null ? 0 : during.incident());
    Bytes.writeNullable(during == null ? null : during.settled(), out);
    out.writeInt(tally.reports());
    out.writeInt(tally.customers());
    out.writeDouble(tally.expectedPerHour());
    course.write(out);
    reports.write(out);
    CauseBytes.write(usual, out);
    Bytes.writeAll(before, KeptReport::write, out);
    out.writeBoolean(ranking != null);
    if (ranking != null) {
      CauseBytes.write(ranking, out);
    }
    Bytes.writeNullable(rankedAt, out);
    out.writeBoolean(rankingDue);
    Bytes.writeAll(judgements, CauseBytes::write, out);
  }

  static IncidentFile read(DataInput in) throws IOException {
    long number = in.readLong();
    Instant openedAt = Bytes.readInstant(in);
    CauseRanking.Onset onset =
        new CauseRanking.Onset(Bytes.readInstant(in), Bytes.readInstant(in), Bytes.readInstant(in));
    IncidentFile read = new IncidentFile(number, openedAt, onset);
    read.state = IncidentState.values()[in.readByte()];
    read.times = in.readInt();
    read.quiet = in.readBoolean();
    read.probability = in.readDouble();
    read.terms = Bytes.readAll(Bytes::read, in);
    read.acknowledgedBy = Bytes.readNullable(in);
    read.closedAt = Bytes.readNullableInstant(in);
    long into = in.readLong();
    read.mergedInto = into == 0 ? null : into;
    long storm = in.readLong();
    Instant settled = Bytes.readNullableInstant(in);
    read.during = settled == null ? null : new Finding.During(storm, settled);
    read.tally = new Tally(in.readInt(), in.readInt(), in.readDouble());
    read.course = Course.read(in);
    read.reports = IncidentReports.read(in);
    read.usual = CauseBytes.readUsual(in);
    read.before = Bytes.readAll(KeptReport::read, in);
    read.ranking = in.readBoolean() ? CauseBytes.readRanking(in) : null;
    read.rankedAt = Bytes.readNullableInstant(in);
    read.rankingDue = in.readBoolean();
    read.judgements.addAll(Bytes.readAll(CauseBytes::readJudgement, in));
    return read;
  }
}
