package dev.switchboard.server.web;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.desk.PostResult;
import dev.switchboard.server.people.Caller;
import dev.switchboard.store.people.ClaimOwners;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The desk of posts over the web; see {@link OwnCases}. */
public final class OwnPosts implements PostDesk {
  private static final long NOBODYS = -1;

  private final PostDesk desk;
  private final ClaimOwners owners;

  public OwnPosts(PostDesk desk, ClaimOwners owners) {
    this.desk = desk;
    this.owners = owners;
  }

  private static long own(long token, Predicate<String> holds) {
    Caller caller = Callers.current();
    String name = caller.name();
    boolean may =
        token == 0 || caller.may(Permission.ACT_FOR_ANYONE) || name != null && holds.test(name);
    return may ? token : NOBODYS;
  }

  @Override
  public PostResult setAside(long post, String agent, long token) {
    long own = own(token, name -> owners.holdsCaseOfPost(post, name, token));
    return desk.setAside(post, agent, own);
  }

  @Override
  public PostResult setAsideCase(long caseId, String agent, long token) {
    long own = own(token, name -> owners.holds(caseId, name, token));
    return desk.setAsideCase(caseId, agent, own);
  }

  @Override
  public PostResult bringBack(long post, String agent) {
    return desk.bringBack(post, agent);
  }

  @Override
  public PostResult thank(long post, String agent) {
    return desk.thank(post, agent);
  }

  @Override
  public PostResult tag(
      long post, String agent, @Nullable String intent, @Nullable Boolean problem) {
    return desk.tag(post, agent, intent, problem);
  }

  @Override
  public PostResult audit(long post, String agent, boolean neededHelp) {
    return desk.audit(post, agent, neededHelp);
  }

  @Override
  public PostResult undo(long post, String agent) {
    return desk.undo(post, agent);
  }
}
