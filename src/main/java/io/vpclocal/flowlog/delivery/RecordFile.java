package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.RecordFormat;
import java.io.IOException;

/** A file of records, open for writing. */
interface RecordFile {

    /** Adds a record. Returns the bytes of its text line with the line end, the charged size in both formats. */
    int add(FlowRecord record) throws IOException;

    /** The approximate size of the file so far, in bytes. */
    long size();

    /** Closes the file and returns its content. */
    byte[] finish() throws IOException;

    static RecordFile of(RecordFormat format, boolean parquet) throws IOException {
        return parquet ? new ParquetRecordFile(format) : new TextRecordFile(format);
    }
}
