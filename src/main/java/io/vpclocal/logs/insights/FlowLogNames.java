package io.vpclocal.logs.insights;

import java.util.Map;

/**
 * The Insights names of the fields of flow log records. AWS documentation, "Supported logs and discovered fields",
 * lists the default format. UNVERIFIED: the other names follow the same rule.
 */
final class FlowLogNames {

    private static final Map<String, String> WORDS = Map.of(
            "srcaddr", "srcAddr",
            "dstaddr", "dstAddr",
            "srcport", "srcPort",
            "dstport", "dstPort");

    private FlowLogNames() {}

    static String discovered(String field) {
        if (field.equals("start") || field.equals("end")) {
            return field + "Time";
        }
        StringBuilder name = new StringBuilder();
        for (String part : field.split("-")) {
            String word = WORDS.getOrDefault(part, part);
            if (name.isEmpty() || word.isEmpty()) {
                name.append(word);
            } else {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return name.toString();
    }
}
