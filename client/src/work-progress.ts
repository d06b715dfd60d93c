import { ProgressLocation, window, type CancellationTokenSource, type Progress } from 'vscode';
import type {
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient';

/**
 * How far the server is with a request, as a notification with a button that stops it. Progress that the server asks
 * for is shown by the client library as a word in the status bar, where nobody looks for a way to stop it.
 */
export class WorkProgress {
  private shown: Progress<{ message?: string; increment?: number }> | undefined;
  private percentage = 0;
  private close: () => void = () => undefined;
  private readonly closed = new Promise<void>((resolve) => (this.close = resolve));

  constructor(private readonly cancel: CancellationTokenSource) {}

  take(value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    if (value.kind === 'begin') this.open(value.title);
    else if (value.kind === 'report') this.report(value);
    else this.end();
  }

  end(): void {
    this.close();
  }

  private open(title: string): void {
    const options = { location: ProgressLocation.Notification, cancellable: true, title };
    void window.withProgress(options, (progress, token) => {
      this.shown = progress;
      token.onCancellationRequested(() => this.cancel.cancel());
      return this.closed;
    });
  }

  private report({ message, percentage = this.percentage }: WorkDoneProgressReport): void {
    this.shown?.report({ message, increment: percentage - this.percentage });
    this.percentage = percentage;
  }
}
