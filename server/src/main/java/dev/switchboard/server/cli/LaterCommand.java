package dev.switchboard.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Commands that a later version brings: refused, in words. */
abstract class LaterCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Unmatched List<String> rest = new ArrayList<>();

  LaterCommand(CommandSpec spec) {
    this.spec = spec;
  }

  LaterCommand() {
    this(CommandSpec.create());
  }

  @Override
  public Integer call() {
    spec.commandLine().getErr().printf("switchboard %s comes with a later version.%n", spec.name());
    return SwitchboardCommand.WRONG_USE;
  }

  @Command(name = "simulate", description = "(later) Simulate a day on a virtual clock")
  static final class Simulate extends LaterCommand {}
}
