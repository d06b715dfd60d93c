import type { Connection } from 'vscode-languageserver';
import {
  OVERVIEW_CHANGED,
  PLACE_CURSOR_COMMAND,
  SHOW_TASKS_COMMAND,
  type OverviewChangedParams,
} from '../protocol';
import type { ClientFeatures } from './client-features';
import type { Snapshot } from './document-store';

/** Tells our own client that a draft's overview is another one; other clients do not know the notification. */
export class OverviewNotifier {
  private readonly told = new Map<string, Snapshot>();
  private readonly listening: boolean;

  constructor(
    private readonly connection: Pick<Connection, 'sendNotification'>,
    client: ClientFeatures,
  ) {
    this.listening = [PLACE_CURSOR_COMMAND, SHOW_TASKS_COMMAND].some((command) =>
      client.commands.has(command),
    );
  }

  changed(snapshot: Snapshot): void {
    if (!this.listening || this.told.get(snapshot.uri) === snapshot) return;
    this.told.set(snapshot.uri, snapshot);
    const params: OverviewChangedParams = { uri: snapshot.uri, version: snapshot.version };
    void this.connection.sendNotification(OVERVIEW_CHANGED, params);
  }

  forget(uri: string): void {
    this.told.delete(uri);
  }
}
