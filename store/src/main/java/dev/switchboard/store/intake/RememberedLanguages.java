package dev.switchboard.store.intake;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.language.Languages;
import dev.switchboard.store.Directory;

/** Whose language intake remembers, so that their words need not be asked. Any thread. */
public final class RememberedLanguages implements Languages.Remembered {
  private final Directory directory;
  private final IntakeMemory memory;

  public RememberedLanguages(Directory directory, IntakeMemory memory) {
    this.directory = directory;
    this.memory = memory;
  }

  @Override
  public boolean isAuthorKnown(Post post) {
    KnownAuthor author =
        memory.findAuthor(PostAuthor.of(post, directory.channel(post.channel(), post.brand())));
    return author != null && author.language() != null;
  }
}
