package dev.switchboard.server.triage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The live promise, for console and API. Any thread. */
public interface Promises {
  /** Of one brand, or of all by name; empty for an unknown brand. */
  List<PromiseView> promises(@Nullable String brand);

  /** What the brand's model of now would say of a post, for "why"; empty if there is no such. */
  Optional<Judgement> judge(long post);
}
