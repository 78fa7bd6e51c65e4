/**
 * Documents in one container of an Azure Cosmos DB account, partitioned by {@code /pk}.
 *
 * <p>Only point operations (a write with If-Match), and queries that name their partition. Strong consistency is required, or bounded
 * staleness where reads and writes go to one region: a closing session must see every acknowledged ballot, whichever instance took it.
 * Which paths are indexed and why, what a vote costs, and what happens when the store fails, is in {@code docs/cosmos.md}.
 */
@NullMarked
package nl.balansmonitor.documents.cosmos;

import org.jspecify.annotations.NullMarked;
