package dev.switchboard.engine.testing;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.Verdict;
import java.util.List;

/** Who says "help" needs help, of who says "unsure" it is unsure, everybody else is set aside. */
public final class ScriptedTriage implements Triage {
  @Override
  public TriageDecision decide(Post post) {
    if (post.text().startsWith("help")) {
      return new TriageDecision(Verdict.HELP, true, .9f, List.of(), 1);
    }
    if (post.text().startsWith("unsure")) {
      return new TriageDecision(Verdict.UNSURE, true, .5f, List.of(), 1);
    }
    return new TriageDecision(Verdict.SET_ASIDE, false, .1f, List.of(), 1);
  }
}
