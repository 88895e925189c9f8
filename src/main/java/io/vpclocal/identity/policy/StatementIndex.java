package io.vpclocal.identity.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of one effect, found by action.
 *
 * <p>Which statements speak of an action depends on the action alone, so it is worked out once per action and remembered,
 * for as many actions as fit. Statements come out in the order of the document.
 */
final class StatementIndex {

    /** An account uses far fewer actions than this against one policy; the rest is worked out each time. */
    private static final int MAX_REMEMBERED = 256;

    private static final CompiledStatement[] NONE = {};

    private final CompiledStatement[] statements;
    private final Map<String, CompiledStatement[]> byAction = new ConcurrentHashMap<>();

    StatementIndex(List<CompiledStatement> statements) {
        this.statements = statements.toArray(NONE);
    }

    /** The statements whose Action or NotAction includes the action asked for. */
    CompiledStatement[] forAction(RequestContext request) {
        if (statements.length == 0) {
            return NONE;
        }
        CompiledStatement[] known = byAction.get(request.lowerAction());
        return known == null ? select(request) : known;
    }

    private CompiledStatement[] select(RequestContext request) {
        CompiledStatement[] selected = Arrays.stream(statements)
                .filter(statement -> statement.matchesAction(request))
                .toArray(CompiledStatement[]::new);
        if (byAction.size() < MAX_REMEMBERED) {
            byAction.put(request.lowerAction(), selected);
        }
        return selected;
    }
}
