package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.CommittedRows;
import io.vpclocal.resource.committed.CommittedState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Answers the queries that all repositories of resources share from committed rows in memory, where the call may. All
 * other queries, and those of calls that write, go to the database.
 */
final class CommittedReads<T extends ResourceEntity> implements MethodInterceptor {

    private final Class<T> type;
    private final ObjectProvider<CommittedState> committed;

    CommittedReads(Class<T> type, ObjectProvider<CommittedState> committed) {
        this.type = type;
        this.committed = committed;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        String query = call.getMethod().getName();
        if (!ResourceRepository.SHARED_QUERIES.contains(query)) {
            return call.proceed();
        }
        Object[] arguments = call.getArguments();
        Scope scope = new Scope((String) arguments[0], (String) arguments[1]);
        Optional<CommittedRows<T>> rows = committed.getObject().rows(type, scope);
        return rows.isPresent() ? answer(query, rows.get(), arguments) : call.proceed();
    }

    private Object answer(String query, CommittedRows<T> rows, Object[] arguments) {
        return switch (query) {
            case "findRow" ->
                rows.with(ResourceEntity.ID, ResourceEntity::id, (String) arguments[2]).stream()
                        .findFirst();
            case "findRows" -> arguments.length == 2 ? List.copyOf(rows.all()) : withIds(rows, arguments[2]);
            case "findIds" ->
                withIds(rows, arguments[2]).stream().map(ResourceEntity::id).toList();
            case "countRows" -> (long) rows.all().size();
            default -> throw new IllegalStateException(query);
        };
    }

    private List<T> withIds(CommittedRows<T> rows, Object ids) {
        TreeMap<Long, T> found = new TreeMap<>();
        for (Object id : (Collection<?>) ids) {
            rows.with(ResourceEntity.ID, ResourceEntity::id, Objects.toString(id))
                    .forEach(row -> found.put(row.seq(), row));
        }
        return List.copyOf(found.values());
    }
}
