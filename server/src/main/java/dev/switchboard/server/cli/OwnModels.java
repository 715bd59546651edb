package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.Target;
import dev.switchboard.engine.triage.TargetModels;
import dev.switchboard.engine.triage.YesOrNo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Model files put in the place of the default's answers. */
final class OwnModels {
  private OwnModels() {}

  static TargetModels read(List<Path> files) throws IOException {
    TargetModels models = TargetModels.NONE;
    Set<Target> taken = EnumSet.noneOf(Target.class);
    for (Path file : files) {
      ModelFile model = ModelFile.read(file);
      if (!taken.add(model.target())) {
        throw new IllegalArgumentException(
            "%s is a second model for %s: give one for each target"
                .formatted(file, model.target().word()));
      }
      models =
          switch (model.target()) {
            case NEEDS_HELP -> models.withNeedsHelp(yesOrNo(file, model));
            case PROBLEM -> models.withProblem(yesOrNo(file, model));
            case INTENT -> models.withIntent(model.classifier());
            case SENTIMENT -> models.withSentiment(model.classifier());
          };
    }
    return models;
  }

  private static YesOrNo yesOrNo(Path file, ModelFile model) {
    if (model.yes().isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not say which of its labels mean yes: train it again with --yes LABEL"
              .formatted(file));
    }
    return new YesOrNo(model.classifier(), model.yes());
  }
}
