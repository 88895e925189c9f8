package io.vpclocal.protocol;

/** Called when the database does not answer or cannot write. */
public interface DatabaseFailureListener {

    void databaseFailed(RuntimeException failure);
}
