package dev.switchboard.engine.testing;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips a property unless the long form is asked for. */
public final class OnlyInTheLongForm implements SkipExecutionHook {
  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    return Boolean.getBoolean("switchboard.long")
        ? SkipResult.doNotSkip()
        : SkipResult.skip("only with bin/test --long");
  }
}
