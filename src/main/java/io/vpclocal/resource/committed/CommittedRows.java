package io.vpclocal.resource.committed;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The committed rows of one entity type in one account and Region, in the order of their creation. Rows are shared by all
 * readers: nobody changes them. A reader that walks over the rows while another call commits sees each row as it was
 * either before or after that commit, as with two queries at the isolation level "read committed".
 */
public final class CommittedRows<T extends StoredRow> {

    /** Reads rows from the database, as they are committed now, with everything that belongs to them. */
    interface Source<T> {

        List<T> all();

        /** Those of the rows that are there. */
        List<T> some(Collection<Long> seqs);
    }

    private final Source<T> source;
    private final NavigableMap<Long, T> rows = new ConcurrentSkipListMap<>();
    private final Map<String, Index<T>> indexes = new ConcurrentHashMap<>();
    private final Set<Long> stale = ConcurrentHashMap.newKeySet();
    private volatile boolean loaded;
    private volatile int size;
    private volatile long lastUsed;

    CommittedRows(Source<T> source) {
        this.source = source;
    }

    /** All rows. */
    public Collection<T> all() {
        return rows.values();
    }

    /** The rows that were created after another one. */
    public Collection<T> after(long seq) {
        return rows.tailMap(seq, false).values();
    }

    /**
     * The rows for which the function tells the value, or a collection that has it. The first call with a name makes an
     * index of all rows, which is kept.
     *
     * @param name names the function; one name always stands for one function
     */
    public Collection<T> with(String name, Function<T, ?> values, String value) {
        Index<T> index = indexes.get(name);
        if (index == null) {
            index = makeIndex(name, values);
        }
        return index.with(value);
    }

    /** The number of rows, and one more so that empty tables count too. */
    int size() {
        return size + 1;
    }

    void usedAt(long tick) {
        lastUsed = tick;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** The row is read again before anybody reads from here. */
    void changed(long seq) {
        stale.add(seq);
    }

    /**
     * Reads what is missing or marked. Called before every use.
     *
     * @return how many rows there are more than before
     */
    int refresh() {
        if (loaded && stale.isEmpty()) {
            return 0;
        }
        synchronized (this) {
            int before = size;
            if (!loaded) {
                source.all().forEach(this::put);
                loaded = true;
            }
            Set<Long> marked = new HashSet<>(stale);
            if (!marked.isEmpty()) {
                // A mark that is set from now on means a later commit, whose row is read by the next refresh.
                stale.removeAll(marked);
                replace(marked);
            }
            return size - before;
        }
    }

    private void replace(Set<Long> seqs) {
        Set<Long> gone = new HashSet<>(seqs);
        for (T row : source.some(seqs)) {
            put(row);
            gone.remove(row.seq());
        }
        for (Long seq : gone) {
            T old = rows.remove(seq);
            if (old != null) {
                size--;
                indexes.values().forEach(index -> index.remove(old));
            }
        }
    }

    private void put(T row) {
        T old = rows.put(row.seq(), row);
        if (old == null) {
            size++;
        }
        indexes.values().forEach(index -> index.replace(old, row));
    }

    private synchronized Index<T> makeIndex(String name, Function<T, ?> values) {
        return indexes.computeIfAbsent(name, key -> {
            Index<T> index = new Index<>(values);
            rows.values().forEach(row -> index.replace(null, row));
            return index;
        });
    }

    /** The rows by what a function tells of them. */
    private static final class Index<T extends StoredRow> {

        private final Function<T, ?> values;
        private final Map<String, NavigableMap<Long, T>> byValue = new ConcurrentHashMap<>();

        Index(Function<T, ?> values) {
            this.values = values;
        }

        Collection<T> with(String value) {
            return byValue.getOrDefault(value, new TreeMap<>()).values();
        }

        void replace(@Nullable T old, T row) {
            Set<String> now = valuesOf(row);
            now.forEach(value -> byValue.computeIfAbsent(value, key -> new ConcurrentSkipListMap<>())
                    .put(row.seq(), row));
            if (old != null) {
                valuesOf(old).stream().filter(value -> !now.contains(value)).forEach(value -> remove(value, old));
            }
        }

        void remove(T old) {
            valuesOf(old).forEach(value -> remove(value, old));
        }

        private void remove(String value, T old) {
            byValue.computeIfPresent(value, (key, rows) -> {
                rows.remove(old.seq());
                return rows.isEmpty() ? null : rows;
            });
        }

        private Set<String> valuesOf(T row) {
            Object told = values.apply(row);
            Set<String> texts = new HashSet<>();
            if (told instanceof Collection<?> many) {
                many.forEach(one -> texts.add(String.valueOf(one)));
            } else if (told != null) {
                texts.add(told.toString());
            }
            return texts;
        }
    }
}
