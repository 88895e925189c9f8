package io.vpclocal.identity.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The statements of one effect, found by action without looking at the others.
 *
 * <p>Each statement is filed under its exact actions, under the service of its patterns, and under "any" when it has a bare
 * asterisk or NotAction. Statements come out in the order of the document.
 */
final class StatementIndex {

    private static final int[] NONE = {};

    private final List<CompiledStatement> statements;
    private final Map<String, int[]> byAction;
    private final Map<String, int[]> byService;
    private final int[] any;

    StatementIndex(List<CompiledStatement> statements) {
        this.statements = List.copyOf(statements);
        Map<String, TreeSet<Integer>> actions = new HashMap<>();
        Map<String, TreeSet<Integer>> services = new HashMap<>();
        TreeSet<Integer> rest = new TreeSet<>();
        for (int i = 0; i < this.statements.size(); i++) {
            List<ActionPattern> patterns = this.statements.get(i).indexableActions();
            if (patterns.isEmpty()) {
                rest.add(i);
            }
            for (ActionPattern pattern : patterns) {
                if (pattern.isEverything()) {
                    rest.add(i);
                } else if (pattern.isExact()) {
                    actions.computeIfAbsent(pattern.text(), key -> new TreeSet<>()).add(i);
                } else {
                    services.computeIfAbsent(pattern.service(), key -> new TreeSet<>()).add(i);
                }
            }
        }
        this.byAction = arrays(actions);
        this.byService = arrays(services);
        this.any = array(rest);
    }

    private static Map<String, int[]> arrays(Map<String, TreeSet<Integer>> sets) {
        Map<String, int[]> arrays = new HashMap<>();
        sets.forEach((key, set) -> arrays.put(key, array(set)));
        return arrays;
    }

    private static int[] array(TreeSet<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The first statement that applies to the request, or -1. */
    int firstMatch(RequestContext request, boolean bounded) {
        if (statements.isEmpty()) {
            return -1;
        }
        int[] exact = byAction.getOrDefault(request.lowerAction(), NONE);
        int[] service = byService.getOrDefault(request.lowerService(), NONE);
        int e = 0;
        int s = 0;
        int a = 0;
        while (e < exact.length || s < service.length || a < any.length) {
            int nextExact = e < exact.length ? exact[e] : Integer.MAX_VALUE;
            int nextService = s < service.length ? service[s] : Integer.MAX_VALUE;
            int nextAny = a < any.length ? any[a] : Integer.MAX_VALUE;
            int next = Math.min(nextExact, Math.min(nextService, nextAny));
            e += next == nextExact ? 1 : 0;
            s += next == nextService ? 1 : 0;
            a += next == nextAny ? 1 : 0;
            CompiledStatement statement = statements.get(next);
            boolean acts = next == nextExact || statement.matchesAction(request);
            if (acts && statement.matchBesidesAction(request, bounded) != PrincipalPattern.NONE) {
                return next;
            }
        }
        return -1;
    }

    CompiledStatement get(int index) {
        return statements.get(index);
    }
}
