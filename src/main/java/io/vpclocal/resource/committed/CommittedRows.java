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
import org.jspecify.annotations.Nullable;

/**
 * The committed rows of one entity type in one account and Region, in the order of creation. All readers share the rows
 * and never change them. A reader that scans the rows during another call's commit sees each row as before or as after
 * that commit, as with two queries at isolation level "read committed".
 */
public final class CommittedRows<T extends StoredRow> {

    /** The key of an index: a value of a row, a collection of values, or null. */
    public interface Values<T> {
        @Nullable
        Object of(T row);
    }

    /** Reads rows from the database as they are committed now, with all their associations. */
    interface Source<T> {

        List<T> all();

        /** The existing rows among those given. */
        List<T> some(Collection<Long> seqs);
    }

    private final Source<T> source;
    private final NavigableMap<Long, T> rows = new ConcurrentSkipListMap<>();
    private final Map<String, Index<T>> indexes = new ConcurrentHashMap<>();
    /** The marks of rows that were changed since they were read. Each change sets a new mark. */
    private final Map<Long, Object> stale = new ConcurrentHashMap<>();

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

    /** The rows that were created after the given one. */
    public Collection<T> after(long seq) {
        return rows.tailMap(seq, false).values();
    }

    /**
     * The rows with the value, or with a collection that contains it. The first call with a name builds an index of all
     * rows, which is kept.
     *
     * @param name of the index; one name always stands for the same values
     */
    public Collection<T> with(String name, Values<T> values, String value) {
        Index<T> index = indexes.get(name);
        if (index == null) {
            index = makeIndex(name, values);
        }
        return index.with(value);
    }

    /** The number of rows plus one, so that empty tables count too. */
    int size() {
        return size + 1;
    }

    void usedAt(long tick) {
        lastUsed = tick;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** Marks the row to be read again before the next use. */
    void changed(long seq) {
        stale.put(seq, new Object());
    }

    /**
     * Reads missing and marked rows. Called before every use.
     *
     * @return the growth in rows
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
            Map<Long, Object> marked = Map.copyOf(stale);
            if (!marked.isEmpty()) {
                replace(marked.keySet());
                // Only now, so no other reader uses the old rows. A newer mark of a row stays for the next refresh.
                marked.forEach(stale::remove);
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

    private synchronized Index<T> makeIndex(String name, Values<T> values) {
        return indexes.computeIfAbsent(name, key -> {
            Index<T> index = new Index<>(values);
            rows.values().forEach(row -> index.replace(null, row));
            return index;
        });
    }

    /** The rows by the values of a function. */
    private static final class Index<T extends StoredRow> {

        private final Values<T> values;
        private final Map<String, NavigableMap<Long, T>> byValue = new ConcurrentHashMap<>();

        Index(Values<T> values) {
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
            Object told = values.of(row);
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
