package dev.switchboard.server.cli;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.language.Languages;
import dev.switchboard.engine.triage.language.PostLanguage;
import dev.switchboard.server.language.LanguageSettings;
import dev.switchboard.server.language.TextLanguages;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages of a stream's posts, by the same order as in the server. One thread. */
final class StreamLanguages {
  /** The least recently seen is forgotten. */
  private static final int MAX_AUTHORS = 65_536;

  private record Author(@Nullable String brand, String network, String name) {
    static Author of(Post post) {
      return new Author(post.brand(), post.channel().network(), post.author());
    }
  }

  private final Map<Author, String> authors =
      new LinkedHashMap<>(1024, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Author, String> eldest) {
          return size() > MAX_AUTHORS;
        }
      };
  private final Languages languages;

  StreamLanguages(LanguageSettings settings) {
    languages =
        new Languages(new TextLanguages(settings), post -> authors.containsKey(Author.of(post)));
  }

  /** The language of a customer's post; as it was sent, if nobody knows one. */
  @Nullable String of(Post post) {
    PostLanguage language =
        PostLanguage.choose(post.language(), authors.get(Author.of(post)), languages.guess(post));
    if (language == null) {
      return post.language();
    }
    if (language.lasting()) {
      authors.put(Author.of(post), language.tag());
    }
    return language.tag();
  }
}
