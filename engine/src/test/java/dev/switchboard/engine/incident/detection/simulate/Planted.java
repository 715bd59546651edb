package dev.switchboard.engine.incident.detection.simulate;

/**
 * An incident that was planted.
 *
 * @param number its place in {@link World#planted()}
 * @param onsetHour since the start of the world
 * @param customers distinct authors who report it within half an hour
 * @param group where its reports go that are not scattered
 * @param newGroup whether that group begins with it
 */
public record Planted(
    int number, double onsetHour, int customers, Shape shape, long group, boolean newGroup) {}
