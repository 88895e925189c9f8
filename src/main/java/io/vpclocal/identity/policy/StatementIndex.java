package io.vpclocal.identity.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An index of the statements of one effect by action.
 *
 * <p>The statements for an action are computed once and cached, up to a limit of actions. They are returned in document
 * order.
 */
final class StatementIndex {

    /** The cache limit. An account uses far fewer actions with one policy. Further actions are computed each time. */
    private static final int MAX_REMEMBERED = 256;

    private static final CompiledStatement[] NONE = {};

    private final CompiledStatement[] statements;
    private final Map<String, CompiledStatement[]> byAction = new ConcurrentHashMap<>();

    StatementIndex(List<CompiledStatement> statements) {
        this.statements = statements.toArray(NONE);
    }

    /** The statements whose Action or NotAction matches the action. */
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
