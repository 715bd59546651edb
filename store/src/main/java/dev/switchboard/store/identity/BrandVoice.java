package dev.switchboard.store.identity;

import org.jspecify.annotations.Nullable;

/**
 * How a brand appears behind its replies.
 *
 * @param signatures whether replies are signed
 * @param signOff what stands behind the replies of those who have opted out, or null
 * @param teamPage whether everybody may read who is behind the brand
 */
public record BrandVoice(
    String brand, boolean signatures, @Nullable String signOff, boolean teamPage) {}
