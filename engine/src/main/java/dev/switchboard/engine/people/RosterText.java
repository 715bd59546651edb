package dev.switchboard.engine.people;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shifts as people write them: {@code Europe/Oslo Mon-Fri 09:00-17:00; Sat,Sun 22:00-06:00}. The
 * zone may be left out, and is UTC then; an end that is not later than the beginning is on the next
 * day, as is 24:00.
 */
public final class RosterText {
  private static final int MAX_CHARS = 4_000;
  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z,\\-\\s]+?)\\s+(\\d{1,2}:\\d{2})\\s*[-\u2013]\\s*(\\d{1,2}:\\d{2})");
  private static final String SHAPE =
      "shifts read like \"Europe/Oslo Mon-Fri 09:00-17:00; Sat 10:00-14:00\"";

  private RosterText() {}

  /**
   * Reads shifts.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static Roster parse(String text) {
    String rest = text.strip();
    if (rest.length() > MAX_CHARS) {
      throw new IllegalArgumentException("shifts have at most %d characters".formatted(MAX_CHARS));
    }
    String first = rest.split("\\s+", 2)[0];
    if (!isZone(first)) {
      return parse(Roster.NONE.zone(), rest);
    }
    return parse(zone(first), rest.substring(first.length()));
  }

  /**
   * Reads shifts by the clocks of a zone.
   *
   * @param text entries apart by a semicolon or a line's end; may be empty
   */
  public static Roster parse(ZoneId zone, String text) {
    List<Shift> shifts = new ArrayList<>();
    for (String entry : text.split("[;\\n]", -1)) {
      if (!entry.isBlank()) {
        shifts.addAll(entry(entry.strip()));
      }
    }
    return new Roster(zone, shifts);
  }

  /** Reads a zone, such as Europe/Oslo. */
  public static ZoneId zone(String name) {
    String stripped = name.strip();
    if (!ZoneId.getAvailableZoneIds().contains(stripped)) {
      throw new IllegalArgumentException(
          "\"%s\" is no time zone; write one such as Europe/Oslo or UTC".formatted(stripped));
    }
    return ZoneId.of(stripped);
  }

  private static boolean isZone(String word) {
    return word.contains("/") || word.equals("UTC") || word.equals("GMT");
  }

  private static List<Shift> entry(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"%s\" is no shift; %s".formatted(entry, SHAPE));
    }
    LocalTime from = time(matcher.group(2));
    LocalTime to = time(matcher.group(3));
    return days(matcher.group(1)).stream().map(day -> new Shift(day, from, to)).toList();
  }

  private static LocalTime time(String text) {
    try {
      return text.equals("24:00")
          ? LocalTime.MIDNIGHT
          : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no time; write one such as 09:30".formatted(text), e);
    }
  }

  private static List<DayOfWeek> days(String text) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", -1);
      DayOfWeek day = day(ends[0]);
      DayOfWeek last = day(ends[ends.length - 1]);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word.length() >= 3 && day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return day;
      }
    }
    throw new IllegalArgumentException("\"%s\" is no day; %s".formatted(text.strip(), SHAPE));
  }

  /** With its zone, as {@link #parse(String)} reads it; empty if there are no shifts in UTC. */
  public static String of(Roster roster) {
    boolean none = roster.isEmpty() && roster.zone().equals(Roster.NONE.zone());
    return none ? "" : (roster.zone().getId() + " " + hours(roster)).strip();
  }

  /** Without its zone: days with the same hours stand together. */
  public static String hours(Roster roster) {
    TreeMap<String, List<DayOfWeek>> byHours = new TreeMap<>();
    for (Shift shift : roster.shifts()) {
      byHours
          .computeIfAbsent(shift.from() + "-" + shift.to(), _ -> new ArrayList<>())
          .add(shift.day());
    }
    return byHours.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(RosterText::earlier))
        .map(entry -> days(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static int earlier(List<DayOfWeek> a, List<DayOfWeek> b) {
    return a.getFirst().compareTo(b.getFirst());
  }

  private static String days(List<DayOfWeek> days) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (i < days.size()) {
      int last = i;
      while (last + 1 < days.size() && days.get(last + 1) == days.get(last).plus(1)) {
        last++;
      }
      parts.add(last == i ? name(days.get(i)) : name(days.get(i)) + "-" + name(days.get(last)));
      i = last + 1;
    }
    return String.join(",", parts);
  }

  /** Three letters, for example Mon. */
  public static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
