package dev.switchboard.server.people;

import dev.switchboard.channels.staff.StaffLine;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Role;
import dev.switchboard.server.people.StaffResult.Fate;
import dev.switchboard.store.people.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings people in from a file: who has the login of a line is changed as it says, others are
 * added. The same file twice changes nothing the second time. A line that can't be had is named,
 * and its neighbours are kept. Any thread.
 */
public final class StaffImport {
  private static final Role USUAL = Role.AGENT;

  private final People people;
  private final Staff staff;

  public StaffImport(People people, Staff staff) {
    this.people = people;
    this.staff = staff;
  }

  /** Says what {@link #run} would do, and does nothing. */
  public StaffResult preview(Caller by, List<StaffLine> lines) {
    return new Run(by, false).all(lines);
  }

  /** Does it; each person is committed by themselves. */
  public StaffResult run(Caller by, List<StaffLine> lines) {
    return new Run(by, true).all(lines);
  }

  /** One reading of one file, on one thread. */
  private final class Run {
    private final Caller by;
    private final boolean does;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Profile> profiles = staff.byLogin();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final List<StaffResult.Person> done = new ArrayList<>();
    private final List<StaffResult.Rejected> rejected = new ArrayList<>();

    Run(Caller by, boolean does) {
      this.by = by;
      this.does = does;
      for (Account account : people.all()) {
        accounts.put(account.login(), account);
        names.add(account.name());
      }
    }

    StaffResult all(List<StaffLine> lines) {
      for (StaffLine line : lines) {
        switch (line) {
          case StaffLine.Bad(var number, var reason) -> reject(number, reason);
          case StaffLine.Person person -> one(person);
        }
      }
      return new StaffResult(lines.size(), done, rejected);
    }

    private void reject(long line, String reason) {
      rejected.add(new StaffResult.Rejected(line, reason));
    }

    private void one(StaffLine.Person line) {
      String login = Logins.normal(line.login());
      Long before = seen.putIfAbsent(login, line.line());
      if (before != null) {
        reject(line.line(), "line %d has the same login".formatted(before));
        return;
      }
      Account account = accounts.get(login);
      String problem = account == null ? problem(line, login) : problemOfKnown(line, account);
      if (problem != null) {
        reject(line.line(), problem);
      } else if (account == null) {
        add(line, login);
      } else {
        change(line, account);
      }
    }

    private @Nullable String problem(StaffLine.Person line, String login) {
      Role role = line.role() == null ? USUAL : line.role();
      String problem = Logins.problem(line.name().strip(), login);
      if (problem == null) {
        problem = People.above(by, role);
      }
      return problem == null && names.contains(line.name().strip()) ? Logins.TAKEN : problem;
    }

    private @Nullable String problemOfKnown(StaffLine.Person line, Account account) {
      if (!account.name().equals(line.name().strip())) {
        return "%s signs in as %s; a file can't rename people"
            .formatted(account.name(), account.login());
      }
      return line.role() == null || line.role() == account.role()
          ? null
          : People.above(by, account.role(), line.role());
    }

    private void add(StaffLine.Person line, String login) {
      String name = line.name().strip();
      names.add(name);
      if (!does) {
        done.add(person(line, name, login, Fate.ADDED, Set.of(), ""));
        return;
      }
      Role role = line.role() == null ? USUAL : line.role();
      switch (people.add(by, name, login, role)) {
        case AccountResult.Done(var id, var secret) -> {
          staff.change(by.name(), Math.toIntExact(id), line.change());
          done.add(person(line, name, login, Fate.ADDED, Set.of(), secret == null ? "" : secret));
        }
        case AccountResult.Refused(var why) -> reject(line.line(), why);
        case AccountResult.NoSuch(var what) -> reject(line.line(), what);
      }
    }

    private void change(StaffLine.Person line, Account account) {
      Set<String> changed = new TreeSet<>();
      Profile profile = profiles.get(account.login());
      if (profile != null) {
        changed.addAll(profile.changesTo(line.change().on(profile, Instant.EPOCH)));
      }
      Role role = line.role() == null ? account.role() : line.role();
      if (does && !changed.isEmpty()) {
        staff.change(by.name(), account.id(), line.change());
      }
      if (does
          && role != account.role()
          && people.setRole(by, account.id(), role) instanceof AccountResult.Refused(var why)) {
        reject(line.line(), why);
        return;
      }
      if (role != account.role()) {
        changed.add("role");
      }
      Fate fate = changed.isEmpty() ? Fate.UNCHANGED : Fate.CHANGED;
      done.add(person(line, account.name(), account.login(), fate, changed, ""));
    }

    private StaffResult.Person person(
        StaffLine.Person line,
        String name,
        String login,
        Fate fate,
        Set<String> changed,
        String secret) {
      return new StaffResult.Person(line.line(), name, login, fate, List.copyOf(changed), secret);
    }
  }
}
