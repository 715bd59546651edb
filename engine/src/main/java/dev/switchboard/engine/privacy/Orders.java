package dev.switchboard.engine.privacy;

import java.util.regex.Pattern;

/** Numbers that a company gives to things: orders, parcels, tickets, flights. */
final class Orders {
  private static final int NEAR_CHARS = 24;

  private static final Pattern WORD =
      Near.words(
          "orders?|ticket|e-?ticket|case|invoice|tracking|parcel|shipment|serial|model|sku|item|flight"
              + "|bag ?tag|claim|file|account|customer|member(?:ship)?|loyalty|bestell\\p{L}*|auftrag\\p{L}*"
              + "|rechnung\\p{L}*|sendung\\p{L}*|kundennummer|flug\\p{L}*|vorgang\\p{L}*|commande|facture|colis|vol"
              + "|pedido|factura|vuelo|ordine|fattura|volo|encomenda|voo",
          "");

  private Orders() {}

  /** Whether the number that begins at {@code at} is called one of those. */
  static boolean isOne(String text, int at) {
    return Near.before(WORD, text, at, NEAR_CHARS);
  }
}
