/** Documents in one container of an Azure Cosmos DB account. */
@NullMarked
package nl.balansmonitor.documents.cosmos;

import org.jspecify.annotations.NullMarked;
