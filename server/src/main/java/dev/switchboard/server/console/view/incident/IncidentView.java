package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.server.console.view.Network;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.store.incidents.IncidentDetail;
import dev.switchboard.store.incidents.IncidentRow;
import dev.switchboard.store.incidents.SamplePost;
import dev.switchboard.store.log.LoggedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its page shows it.
 *
 * @param wide its course for a desk
 * @param narrow the same for a phone
 * @param notice why the last action was refused, or null
 */
public record IncidentView(
    IncidentCard card,
    CourseChart wide,
    CourseChart narrow,
    List<CauseCard> causes,
    Blast blast,
    IncidentDetail detail,
    @Nullable String notice) {
  private static final int WIDE = 760;
  private static final int NARROW = 360;
  private static final String RESOLVED = "incident.resolved";

  public static IncidentView of(IncidentDetail detail, Scope scope, @Nullable String notice) {
    IncidentRow row = detail.incident();
    Incident incident = row.incident();
    List<CauseCard> causes = CauseCard.of(incident.causes(), incident.judgements());
    return new IncidentView(
        IncidentCard.of(row, scope),
        CourseChart.of(incident, causes, WIDE),
        CourseChart.of(incident, causes, NARROW),
        causes,
        new Blast(incident.blastRadius()),
        detail,
        notice);
  }

  public Incident incident() {
    return card.incident();
  }

  public IncidentRow row() {
    return card.row();
  }

  /** The network that a report was posted on. */
  public Network network(SamplePost post) {
    return Network.ofChannel(post.channel());
  }

  /** The address of what is done to it. */
  public String at(String act) {
    return card.scope().address("/console/incidents/%d/%s".formatted(row().id(), act));
  }

  public boolean canAcknowledge() {
    return card.standing() == Standing.OPEN;
  }

  public boolean canResolve() {
    return card.standing().isLive();
  }

  public boolean canReopen() {
    return card.standing() == Standing.RESOLVED || card.standing() == Standing.CLOSED;
  }

  /** Who did what last, or what is to be done; always a sentence. */
  public String course() {
    return switch (card.standing()) {
      case OPEN -> "Nobody looks after it yet.";
      case ACKNOWLEDGED -> "%s looks after it.".formatted(incident().acknowledgedBy());
      case RESOLVED -> "%s says that it is over.".formatted(actor(RESOLVED));
      case CLOSED -> "It has been quiet for so long that it counts as over.";
      case MERGED -> "It is part of incident %d now.".formatted(row().mergedInto());
    };
  }

  private String actor(String type) {
    return detail.history().reversed().stream()
        .filter(event -> event.type().equals(type))
        .map(LoggedEvent::actor)
        .filter(name -> name != null && !name.isEmpty())
        .findFirst()
        .orElse("Somebody");
  }

  /** How likely it is that no known change did it. */
  public String none() {
    return Likelihood.words(incident().noneOfThese());
  }

  public int nonePercent() {
    return Likelihood.percent(incident().noneOfThese());
  }
}
