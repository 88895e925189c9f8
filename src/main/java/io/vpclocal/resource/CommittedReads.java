package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.CommittedRows;
import io.vpclocal.resource.committed.CommittedState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Answers the shared queries of resource repositories from committed rows in memory when the call allows it, and queues
 * calls that lock a row. All other queries, and those of calls that write, go to the database.
 */
final class CommittedReads<T extends ResourceEntity> implements MethodInterceptor {

    private final Class<T> type;
    private final ObjectProvider<CommittedState> committed;
    private final ObjectProvider<FairLocks> locks;
    private final ObjectProvider<TransactionRows> transaction;

    CommittedReads(
            Class<T> type,
            ObjectProvider<CommittedState> committed,
            ObjectProvider<FairLocks> locks,
            ObjectProvider<TransactionRows> transaction) {
        this.type = type;
        this.committed = committed;
        this.locks = locks;
        this.transaction = transaction;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        String query = call.getMethod().getName();
        boolean locking = query.equals(ResourceRepository.LOCKING_QUERY);
        boolean using = query.equals(ResourceRepository.USING_QUERY);
        if (!locking && !using && !ResourceRepository.SHARED_QUERIES.contains(query)) {
            return call.proceed();
        }
        Object[] arguments = call.getArguments();
        Scope scope = new Scope((String) arguments[0], (String) arguments[1]);
        if (locking || using && committed.getObject().severalNodes()) {
            return lock(call, scope, (String) arguments[2]);
        }
        if (using) {
            return use(call, scope, (String) arguments[2]);
        }
        Optional<CommittedRows<T>> rows = committed.getObject().rows(type, scope);
        return rows.isPresent() ? answer(query, rows.get(), arguments) : read(query, call, scope);
    }

    private @Nullable Object lock(MethodInvocation call, Scope scope, String id) throws Throwable {
        TransactionRows known = transaction.getObject();
        Optional<T> locked = known.locked(type, scope, id);
        if (locked.isPresent()) {
            return locked;
        }
        locks.getObject().lock(List.of(type, scope, id));
        @Nullable Object row = call.proceed();
        note(row, found -> known.lock(type, found));
        return row;
    }

    private @Nullable Object use(MethodInvocation call, Scope scope, String id) throws Throwable {
        locks.getObject().share(List.of(type, scope, id));
        CommittedState memory = committed.getObject();
        Optional<CommittedRows<T>> rows = memory.reading(() -> memory.rows(type, scope));
        return rows.isPresent() ? answer("findRow", rows.get(), call.getArguments()) : call.proceed();
    }

    private @Nullable Object read(String query, MethodInvocation call, Scope scope) throws Throwable {
        TransactionRows known = transaction.getObject();
        Object[] arguments = call.getArguments();
        if (query.equals("findRow")) {
            Optional<T> found = known.found(type, scope, (String) Objects.requireNonNull(call.getArguments()[2]));
            if (found.isPresent()) {
                return found;
            }
        } else if (query.equals("findRows") && call.getArguments().length == 3) {
            Optional<List<T>> found =
                    known.found(type, scope, (Collection<?>) Objects.requireNonNull(call.getArguments()[2]));
            if (found.isPresent()) {
                return found.get();
            }
        }
        @Nullable Object rows = call.proceed();
        note(rows, found -> known.find(type, found));
        return rows;
    }

    private void note(@Nullable Object answer, Consumer<T> known) {
        if (answer instanceof Optional<?> row) {
            row.filter(type::isInstance).map(type::cast).ifPresent(known);
        } else if (answer instanceof List<?> rows) {
            rows.stream().filter(type::isInstance).map(type::cast).forEach(known);
        }
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
