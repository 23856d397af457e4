package org.thalweg.browser;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keys as the Chrome DevTools protocol names them. */
final class Keys {
    /** Codes of the keys that write nothing [UI Events, section on legacy key codes]. */
    private static final Map<String, Integer> CODES = Map.ofEntries(Map.entry("Tab", 9), Map.entry("Enter", 13),
            Map.entry("Escape", 27), Map.entry("PageUp", 33), Map.entry("PageDown", 34), Map.entry("End", 35),
            Map.entry("Home", 36), Map.entry("ArrowLeft", 37), Map.entry("ArrowUp", 38), Map.entry("ArrowRight", 39),
            Map.entry("ArrowDown", 40), Map.entry(" ", 32));

    private Keys() {}

    static Map<String, Object> down(String key) {
        Map<String, Object> event = of(key);
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        event.put("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
        if (!text.isEmpty()) {
            event.put("text", text);
        }
        return event;
    }

    static Map<String, Object> up(String key) {
        Map<String, Object> event = of(key);
        event.put("type", "keyUp");
        return event;
    }

    private static Map<String, Object> of(String key) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("key", key);
        event.put("code", key.equals(" ") ? "Space" : key);
        event.put("windowsVirtualKeyCode", CODES.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0))));
        return event;
    }
}
