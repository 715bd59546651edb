package dev.switchboard.store;

import dev.switchboard.engine.post.ChannelName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Brands, channels and people by name, created on first sight and remembered. Any thread. */
public final class Directory {
  private static final int MAX_REMEMBERED = 100_000;

  private final Jdbi jdbi;
  private final Map<ChannelName, ChannelRef> channels = new ConcurrentHashMap<>();
  private final Map<String, Integer> people = new ConcurrentHashMap<>();

  public Directory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A channel as the database knows it. */
  public record ChannelRef(int id, int brandId, String brand) {}

  /**
   * The channel of that name; one that nobody has seen is created, of the brand named, or of a
   * brand named like its account.
   */
  public ChannelRef channel(ChannelName name, @Nullable String brand) {
    ChannelRef known = channels.get(name);
    if (known != null) {
      return known;
    }
    ChannelRef found = findOrCreate(name, brand == null ? name.defaultBrand() : brand);
    if (channels.size() < MAX_REMEMBERED) {
      channels.put(name, found);
    }
    return found;
  }

  /** The number of a person; an unknown name becomes a person. */
  public int person(String name) {
    Integer known = people.get(name);
    if (known != null) {
      return known;
    }
    int id = findOrCreatePerson(name);
    if (people.size() < MAX_REMEMBERED) {
      people.put(name, id);
    }
    return id;
  }

  private ChannelRef findOrCreate(ChannelName name, String brand) {
    return jdbi.withHandle(h -> find(h, name))
        .orElseGet(() -> committed(h -> create(h, name, brand)));
  }

  private int findOrCreatePerson(String name) {
    return jdbi.withHandle(h -> findPerson(h, name))
        .orElseGet(() -> committed(h -> createPerson(h, name)));
  }

  /**
   * Creates on a connection of its own: the caller may be in a transaction, and what that creates
   * can't be remembered, since it may be rolled back.
   */
  private <R> R committed(Function<Handle, R> creating) {
    try (Handle handle = jdbi.open()) {
      return handle.inTransaction(creating::apply);
    }
  }

  private static ChannelRef create(Handle handle, ChannelName name, String brand) {
    handle
        .createUpdate("INSERT INTO brands (name) VALUES (:brand) ON CONFLICT (name) DO NOTHING")
        .bind("brand", brand)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO channels (brand_id, network, account)
            SELECT id, :network, :account FROM brands WHERE name = :brand
            ON CONFLICT (network, account) DO NOTHING
            """)
        .bind("network", name.network())
        .bind("account", name.account())
        .bind("brand", brand)
        .execute();
    return find(handle, name).orElseThrow();
  }

  private static Optional<ChannelRef> find(Handle handle, ChannelName name) {
    return handle
        .createQuery(
            """
            SELECT c.id, c.brand_id, b.name
            FROM channels c JOIN brands b ON b.id = c.brand_id
            WHERE c.network = :network AND c.account = :account
            """)
        .bind("network", name.network())
        .bind("account", name.account())
        .map((row, _) -> new ChannelRef(row.getInt(1), row.getInt(2), row.getString(3)))
        .findOne();
  }

  private static int createPerson(Handle handle, String name) {
    handle
        .createUpdate("INSERT INTO people (name) VALUES (:name) ON CONFLICT (name) DO NOTHING")
        .bind("name", name)
        .execute();
    return findPerson(handle, name).orElseThrow();
  }

  private static Optional<Integer> findPerson(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM people WHERE name = :name")
        .bind("name", name)
        .mapTo(Integer.class)
        .findOne();
  }
}
