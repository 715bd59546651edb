package dev.switchboard.server.console.view;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.console.view.staff.PresenceSwitch;
import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around it.
 *
 * @param assets the folder of styles and scripts, without a slash at the end
 * @param incidents how many go on
 * @param unread how many notifications the reader has not read
 * @param csrf the token that forms carry
 * @param presence what whoever is in front of the page does; null if they are in no directory
 * @param seq the number of the last event that what is shown may contain
 */
public record Shell(
    String title,
    Agent agent,
    Scope scope,
    StateCounts counts,
    TriageCounts triage,
    int incidents,
    int mine,
    int unread,
    List<String> brands,
    String assets,
    String csrf,
    long seq,
    Standing standing,
    @Nullable PresenceSwitch presence) {

  /**
   * Who is in front of the page as far as sign-in goes.
   *
   * @param signedIn false while the server is open, or for a program
   * @param role how people read it; empty if there is none
   */
  public record Standing(boolean signedIn, String role, Set<Permission> may) {
    public Standing {
      may = Set.copyOf(may);
    }
  }

  /** What they may do, as words with spaces between: styles leave out what they may not. */
  public String mayWords() {
    return standing.may().stream().map(Permission::word).sorted().collect(Collectors.joining(" "));
  }

  public boolean may(Permission permission) {
    return standing.may().contains(permission);
  }
}
