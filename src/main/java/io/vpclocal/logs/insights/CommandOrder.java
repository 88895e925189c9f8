package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.grammar.InsightsParser;
import io.vpclocal.logs.insights.grammar.InsightsParser.CommandContext;
import java.util.List;

/**
 * The allowed order of commands. AWS documentation: {@code sort} and {@code limit} follow the last {@code stats}, and
 * only {@code limit} follows {@code dedup}. AWS reports the later command as an unexpected token.
 */
final class CommandOrder {

    private CommandOrder() {}

    static void check(QuerySource source, List<CommandContext> commands) {
        boolean ordered = false;
        boolean deduplicated = false;
        for (CommandContext command : commands) {
            boolean limit = command instanceof InsightsParser.LimitContext;
            if (deduplicated && !limit) {
                throw source.unexpected(command.getStart());
            }
            if (ordered && command instanceof InsightsParser.StatsContext) {
                throw source.unexpected(command.getStart());
            }
            ordered = ordered || limit || command instanceof InsightsParser.SortContext;
            deduplicated = command instanceof InsightsParser.DedupContext || deduplicated;
        }
    }
}
