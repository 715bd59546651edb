package dev.switchboard.store.people;

/**
 * A team.
 *
 * @param members how many are in it
 * @param working how many of them are working now
 */
public record TeamRow(int id, String name, int members, int working) {}
