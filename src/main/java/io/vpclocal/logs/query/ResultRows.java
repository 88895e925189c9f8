package io.vpclocal.logs.query;

import io.vpclocal.logs.insights.QueryResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** The rows of a query as bytes: the number of rows, then per row the number of fields and their names and values. */
final class ResultRows {

    private ResultRows() {}

    static byte[] pack(List<List<QueryResult.Field>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            out.writeInt(rows.size());
            for (List<QueryResult.Field> row : rows) {
                out.writeInt(row.size());
                for (QueryResult.Field field : row) {
                    write(out, field.field());
                    write(out, field.value());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static List<List<ResultField>> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int count = in.readInt();
            List<List<ResultField>> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int fields = in.readInt();
                List<ResultField> row = new ArrayList<>(fields);
                for (int f = 0; f < fields; f++) {
                    row.add(ResultField.builder()
                            .field(read(in))
                            .value(read(in))
                            .build());
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
